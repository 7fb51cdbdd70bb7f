// What the server tells of its layers and of the house, asked once per page.

let asked;

/**
 * @returns {Promise<{extent: number[], name: string, background: {attribution: string} | null, layers: object[]}>}
 */
export function catalogue() {
  asked ??= fetch("/kaartdata/lagen.json").then((response) => {
    if (!response.ok) throw new Error(`/kaartdata/lagen.json: ${response.status}`);
    return response.json();
  });
  return asked;
}
