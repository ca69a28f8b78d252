/** Owns what some packages leave unsaid about their licence: looked up once in their repositories, by package. */

export interface Untold {
  /** SPDX, where package.json names none. */
  readonly licence?: string;
  /** Where the package's own text names nobody, or many. */
  readonly holder?: string;
}

export const untold: Readonly<Record<string, Untold>> = {
  '@duckdb/duckdb-wasm': { holder: '2018-2026 Stichting DuckDB Foundation' },
  '@fontsource/sarabun': { holder: '2018 The Sarabun Project Authors' },
  'apache-arrow': { holder: '2016-2024 The Apache Software Foundation' },
  devalue: { holder: '2018-2019 its contributors' },
  esrap: { holder: '2023-2025 its contributors' },
  'is-reference': { holder: '2017-2024 Rich Harris' },
  'json-bignum': { licence: 'MIT' },
  'locate-character': { holder: '2016-2021 Rich Harris' },
  'murmurhash-js': { holder: '2011 Gary Court' },
  pmtiles: { holder: '2021 and later, Protomaps LLC' },
  svelte: { holder: '2016-2025 Svelte Contributors' },
  'svelte-toolbelt': { licence: 'MIT' },
  zimmerframe: { holder: '2023 its contributors' },
};

const disclaimer = (whose: string): string =>
  `${whose.toUpperCase()} "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** The licences themselves, for packages that name one and ship no text of it. */
export const templates: Readonly<Record<string, (holder: string) => string>> = {
  MIT: (holder) => `Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

${disclaimer('The software is provided')}`,
  'BSD-3-Clause': (holder) => `Copyright (c) ${holder}

Redistribution and use in source and binary forms, with or without modification, are permitted provided that the
following conditions are met:

1. Redistributions of source code must retain the above copyright notice, this list of conditions and the following
disclaimer.

2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following
disclaimer in the documentation and/or other materials provided with the distribution.

3. Neither the name of the copyright holder nor the names of its contributors may be used to endorse or promote
products derived from this software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES,
INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL,
SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY,
WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF
THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.`,
};
