import { createReadStream, createWriteStream } from 'node:fs'
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { TidemarkError } from '../../errors/error.js'

/** Where archives are kept. A file is there as a whole or not at all. */
export interface Store {
  /** For people and for the ledger. */
  locate(name: string): string
  put(name: string, file: string): Promise<void>
  /** Fetches a file to a local path. */
  get(name: string, file: string): Promise<void>
}

/**
 * The store of a policy: a folder (relative to the project) or `s3://bucket/prefix`. Keys, region and the endpoint of another
 * service than Amazon's come from the variables that its own tools read: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY,
 * AWS_SESSION_TOKEN, AWS_REGION, AWS_ENDPOINT_URL.
 */
export const openStore = (destination: string, root: string, env: NodeJS.ProcessEnv): Promise<Store> =>
  destination.startsWith('s3://') ? bucket(destination, env) : Promise.resolve(folder(resolve(root, destination)))

function folder(root: string): Store {
  return {
    locate: (name) => join(root, name),
    async put(name, file) {
      const target = join(root, name)
      try {
        await mkdir(dirname(target), { recursive: true })
        await copyFile(file, `${target}.part`)
        await onDisk(`${target}.part`)
        await rename(`${target}.part`, target)
        // Not every system can do this for a folder.
        await onDisk(dirname(target), 'r').catch(() => {})
      } catch (cause) {
        throw failed(target, (cause as Error).message, cause)
      }
    },
    async get(name, file) {
      await copyFile(join(root, name), file).catch((cause: unknown) => {
        throw failed(join(root, name), (cause as Error).message, cause)
      })
    },
  }
}

/** The rows are dropped afterwards: a power cut must not take the file. */
async function onDisk(path: string, mode = 'r+'): Promise<void> {
  const handle = await open(path, mode)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function bucket(destination: string, env: NodeJS.ProcessEnv): Promise<Store> {
  const [, name = '', prefix = ''] = /^s3:\/\/([^/]+)\/?(.*?)\/?$/.exec(destination) ?? []
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = env
  if (accessKeyId === undefined || secretAccessKey === undefined)
    throw failed(destination, 'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set')
  const { AwsClient } = await import('aws4fetch')
  const region = env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? 'us-east-1'
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    ...(sessionToken && { sessionToken }),
    service: 's3',
    region,
  })
  const endpoint = (
    env['AWS_ENDPOINT_URL_S3'] ??
    env['AWS_ENDPOINT_URL'] ??
    `https://s3.${region}.amazonaws.com`
  ).replace(/\/$/, '')
  const locate = (key: string): string => `s3://${[name, prefix, key].filter((part) => part !== '').join('/')}`
  const ask = async (key: string, init: RequestInit): Promise<Response> => {
    const path = [name, prefix, key].filter((part) => part !== '').join('/')
    const url = `${endpoint}/${path.split('/').map(encodeURIComponent).join('/')}`
    const response = await client.fetch(url, init).catch((cause: unknown) => {
      throw failed(locate(key), reasonOf(cause), cause)
    })
    if (!response.ok)
      throw failed(locate(key), `it answers ${response.status}: ${(await response.text()).slice(0, 300)}`)
    return response
  }
  return {
    locate,
    async put(key, file) {
      const { size } = await stat(file)
      const body = Readable.toWeb(createReadStream(file)) as ReadableStream
      // An object is there when all of it has arrived.
      await ask(key, {
        method: 'PUT',
        body,
        headers: { 'content-length': String(size) },
        duplex: 'half',
      } as RequestInit)
    },
    async get(key, file) {
      const { body } = await ask(key, { method: 'GET' })
      await pipeline(Readable.fromWeb(body as never), createWriteStream(file))
    },
  }
}

/** `fetch failed` alone says nothing: why it did is its cause. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error
  return cause instanceof Error && cause.message !== '' ? `${message}: ${cause.message}` : message
}

function failed(what: string, why: string, cause?: unknown): TidemarkError {
  return new TidemarkError(
    {
      code: 'TM430',
      what: `the archive ${what} cannot be reached`,
      why,
      fix: 'correct the destination of the policy, or the variables of the environment; nothing was dropped',
    },
    { cause },
  )
}

/** A local file for the time of `use`. */
export async function withTemporaryFile<T>(use: (file: string) => Promise<T>): Promise<T> {
  const { mkdtemp } = await import('node:fs/promises')
  const { tmpdir } = await import('node:os')
  const directory = await mkdtemp(join(tmpdir(), 'tidemark-archive-'))
  try {
    return await use(join(directory, 'archive.parquet'))
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
