/** How a story's page looks: small, in the reader's own colours and sizes, light or dark. Its digest can stand in a content security policy. */

export const pageStyle = `:root{color-scheme:light dark;font:1.0625rem/1.65 Georgia,"Noto Serif","Noto Naskh Arabic",serif}
body{margin:0;background:Canvas;color:CanvasText}
main{margin:0 auto;max-width:42rem;padding:2rem 1.25rem 4rem;overflow-wrap:break-word}
h1{font-size:2rem;line-height:1.25;margin:0 0 .75rem}
h2{font-size:1.25rem;margin:2.5rem 0 .75rem;border-block-end:1px solid}
.summary{font-size:1.1875rem}
.byline,.facts{margin:.25rem 0}
figure{margin:1rem 0}
img{max-width:100%;height:auto}
figcaption,.facts,.signature{font-size:.9375rem}
figcaption p{margin:.25rem 0}
blockquote{margin:0;padding-inline-start:1.25rem;border-inline-start:.25rem solid}
.excerpt blockquote p{white-space:pre-wrap}
.signature{font-weight:600}
a{color:LinkText}
:focus-visible{outline:3px solid Highlight;outline-offset:2px}
@media print{main{max-width:none;padding:0}}`;
