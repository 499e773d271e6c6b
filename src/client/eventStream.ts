/** Server-sent events out of a text that comes in pieces, as the HTML standard reads them: without this file an event cut in two would be lost. */

export interface ServerEvent {
  /** `message` where the server gives no name. */
  type: string;
  data: string;
  /** The newest id that the server has sent; empty before the first. */
  id: string;
}

/** Reads one stream. */
export class EventStreamReader {
  #rest = '';
  #endedInReturn = false;
  #type = '';
  #data: string[] = [];
  #id: string;

  /**
   * @param place what to say as `Last-Event-ID` when coming back; grows with the stream, also where an id comes without an event
   * @param retry milliseconds after which the server wants its listeners back; it may say otherwise
   */
  constructor(
    public place: string,
    public retry: number,
  ) {
    this.#id = place;
  }

  /** The events that end in `text`, which follows what was read before. */
  *read(text: string): Generator<ServerEvent, void, undefined> {
    // The second half of a line end that was taken for whole.
    const more = this.#endedInReturn && text.startsWith('\n') ? text.slice(1) : text;
    if (text !== '') this.#endedInReturn = text.endsWith('\r');
    const lines = (this.#rest + more).split(/\r\n|\n|\r/);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line !== '') {
        this.#field(line);
        continue;
      }
      this.place = this.#id;
      if (this.#data.length > 0) yield this.#event();
      else this.#type = '';
    }
  }

  #event(): ServerEvent {
    const event = { type: this.#type === '' ? 'message' : this.#type, data: this.#data.join('\n'), id: this.#id };
    this.#type = '';
    this.#data = [];
    return event;
  }

  #field(line: string): void {
    const colon = line.indexOf(':');
    const name = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'data') this.#data.push(value);
    if (name === 'event') this.#type = value;
    if (name === 'id' && !value.includes('\0')) this.#id = value;
    if (name === 'retry' && /^\d{1,9}$/.test(value)) this.retry = Number(value);
  }
}
