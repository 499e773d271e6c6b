/** Without this file every test of a moved site would carry a page of XML: an export of WordPress with the posts that a test wants. */

export interface ExportedPost {
  id: number;
  title?: string;
  slug?: string;
  status?: string;
  type?: string;
  creator?: string;
  link?: string;
  /** UTC. */
  date?: string;
  html: string;
}

/** The export of a site whose author `ana` is shown as Ana Lind. */
export function wordpressExport(posts: readonly ExportedPost[]): string {
  const spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"';
  const author = '<wp:author><wp:author_login>ana</wp:author_login><wp:author_display_name>Ana Lind</wp:author_display_name></wp:author>';
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" ${spaces} xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Old site</title><wp:wxr_version>1.2</wp:wxr_version>${author}
${posts.map(item).join('\n')}
</channel></rss>`;
}

function item({ id, title = `Post ${id}`, slug = `post-${id}`, status = 'publish', type = 'post', creator = 'ana', link, date, html }: ExportedPost): string {
  const gmt = date ?? '2019-03-20 08:30:00';
  return `<item><title>${title}</title><link>${link ?? `https://old.example/2019/${slug}/`}</link><dc:creator>${creator}</dc:creator>
<content:encoded><![CDATA[${html}]]></content:encoded><wp:post_id>${id}</wp:post_id><wp:post_date>${gmt}</wp:post_date><wp:post_date_gmt>${gmt}</wp:post_date_gmt>
<wp:post_name>${slug}</wp:post_name><wp:status>${status}</wp:status><wp:post_type>${type}</wp:post_type></item>`;
}
