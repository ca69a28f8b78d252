/** Owns which origin beside its own a page may ask: named when the page is built, or none. */

/** Throws, in words for whoever builds, unless the text is one origin and nothing more: all else would widen the policy. */
export function clusterOrigin(text: string): string {
  const refuse = (why: string): never => {
    throw new TypeError(
      `PHUNGPAO_CLUSTER is ${JSON.stringify(text)}: ${why}. Name one origin, such as https://host:8443.`,
    );
  };
  if (!/^https?:\/\/[\w.-]+(:\d+)?$/.test(text)) return refuse('no bare origin with a name');
  const url = new URL(text);
  if (url.origin !== text) return refuse(`a browser would say ${url.origin}`);
  const isLoopback = /^(localhost|127(\.\d+){3})$/.test(url.hostname);
  return url.protocol === 'https:' || isLoopback ? text : refuse('passwords go there, so it must be https');
}

/** The cluster of this build and of its headers; none where the variable is not set, or empty. */
export function clusterOfBuild(): string | undefined {
  const { PHUNGPAO_CLUSTER: named } = process.env;
  return named ? clusterOrigin(named) : undefined;
}
