/** What a rendition is told besides the story: without it, renditions would have to ask the environment, and no longer be pure. */

export interface RenditionContext {
  /** The origin under which the world sees this newsroom, without a slash at its end. */
  publicUrl: string;
  /** Where the files of pictures are served, without a slash at its end: `https://…/api/media/file`. */
  mediaUrl: string;
  newsroom: { name: string; language: string };
}

export interface FeedContext extends RenditionContext {
  feed: {
    /** The feed's own address. */
    url: string;
    title: string;
    description: string;
    /** The page that the feed follows. */
    homepage: string;
    /** Of its stories, where they all have one; otherwise the newsroom's. */
    language: string;
  };
  /** What `storyHtml` and `text` make of stories, by their ids, as far as it was made before. */
  texts?: ReadonlyMap<string, { html: string; text?: string }>;
}
