import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** Listens on a free port for the time of a test and lets `talk` answer: servers that no real one can be made to play. */
export async function fakeServer(talk: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    talk(socket)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

/** A server that lets everyone in and says that it is of this version. */
export function ofVersion(version: number): (socket: Socket) => void {
  const row = Buffer.concat([int16(1), int32(String(version).length), Buffer.from(String(version))])
  const column = Buffer.concat([
    Buffer.from('version\0'),
    int32(0),
    int16(0),
    int32(25),
    int16(-1),
    int32(-1),
    int16(0),
  ])
  const ready = message('Z', Buffer.from('I'))
  return (socket) => {
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', int32(0)), ready]))
      socket.on('data', (data) => {
        if (data[0] !== 0x51) return
        const rows = [message('T', Buffer.concat([int16(1), column])), message('D', row)]
        socket.write(Buffer.concat([...rows, message('C', Buffer.from('SELECT 1\0')), ready]))
      })
    })
  }
}

/** A server that answers every connection with an error. */
export function refusing(code: string, text: string): (socket: Socket) => void {
  return (socket) => {
    socket.once('data', () => {
      socket.end(message('E', Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${text}\0\0`)))
    })
  }
}

function message(type: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body])
}

function int32(value: number): Buffer {
  const buffer = Buffer.alloc(4)
  buffer.writeInt32BE(value)
  return buffer
}

function int16(value: number): Buffer {
  const buffer = Buffer.alloc(2)
  buffer.writeInt16BE(value)
  return buffer
}
