import { connect, type Socket } from 'node:net'
import type { ConnectionUrl } from './url.js'

/**
 * Opens the socket of a connection. postgres.js would try again for ever, without a pause, when a server closes the
 * connection before it has said anything; here that is an error.
 */
export function openSocket({ host, port }: ConnectionUrl, seconds: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect({ host, port, noDelay: true })
    const timer = setTimeout(() => socket.destroy(failure('CONNECT_TIMEOUT')), seconds * 1000)
    socket.once('error', reject)
    socket.once('connect', () => {
      clearTimeout(timer)
      socket.off('error', reject)
      socket.once('end', () => socket.destroy(failure('CONNECTION_CLOSED')))
      // postgres.js reads the name for TLS from here.
      resolve(Object.assign(socket, { host, port }))
    })
    socket.once('close', () => clearTimeout(timer))
  })
}

const failure = (code: string): Error => Object.assign(new Error(code), { code })
