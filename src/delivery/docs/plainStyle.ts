/** How the pages look that explain this newsroom: in the reader's own colours, light or dark, narrow or wide. */

export const plainStyle = `:root{color-scheme:light dark;font:1rem/1.6 system-ui,sans-serif;--faint:color-mix(in srgb,CanvasText 8%,Canvas);--line:color-mix(in srgb,CanvasText 25%,Canvas);--quiet:color-mix(in srgb,CanvasText 78%,Canvas)}
body{margin:0;background:Canvas;color:CanvasText}
header,main{margin:0 auto;max-width:58rem;box-sizing:border-box;padding:0 1.25rem;overflow-wrap:break-word}
header{padding-top:1.25rem}
main{padding-top:1.25rem;padding-bottom:4rem}
main>p,main>dl,dd{max-width:44rem}
h1{font-size:2.25rem;line-height:1.15;margin:0 0 .5rem}
h2{font-size:1.375rem;line-height:1.25;margin:2.25rem 0 .5rem;padding-top:1rem;border-top:1px solid var(--line)}
h3{font-size:1.125rem;margin:2rem 0 .25rem}
h4{font-size:1rem;margin:1.25rem 0 .25rem}
p,ul,ol,dl{margin:.5rem 0}
a{color:LinkText}
code,pre{font:.9375em/1.5 ui-monospace,"Cascadia Code",Menlo,Consolas,monospace}
code{background:var(--faint);border-radius:.25rem;padding:.1rem .3rem}
pre{background:var(--faint);border-radius:.5rem;padding:.75rem 1rem;overflow-x:auto;margin:.5rem 0}
pre code{background:none;padding:0;user-select:all}
dt{font-weight:600;margin-top:.75rem}
dd{margin:0}
ol.try{list-style:none;padding:0}
ol.try li{margin:.75rem 0}
ol.try pre{margin:.25rem 0}
.lead{font-size:1.1875rem}
.kind{font-weight:400;color:var(--quiet)}
.doors{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:0 2rem}
.doors h3,.contents h3{margin-top:0;padding-top:.75rem}
.doors dt{margin-top:.5rem}
.contents>div{columns:20rem;column-gap:2rem}
.contents section{break-inside:avoid}
.contents h3{font-size:1rem}
.contents ul{list-style:none;padding:0;margin:0 0 .5rem}
.contents code{background:none;padding:0;font-size:.875em}
.method{font:600 .8125rem/1 ui-monospace,Menlo,Consolas,monospace;letter-spacing:.04em}
details{margin:.5rem 0}
summary{cursor:pointer;width:fit-content}
:target{scroll-margin-top:1rem}
:focus-visible{outline:3px solid Highlight;outline-offset:2px}
@media print{header,main{max-width:none;padding:0}pre{white-space:pre-wrap}}`;
