import type { ServerResponse } from 'node:http'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { encodeText, type TextResponse } from '../../pim/index.ts'

// A list of 100 products is larger; what is larger still gets room of its own.
const roomSize = 512 * 1024
const mostRooms = 16

/**
 * A way to send texts as they are: a response's own stream would be read piece by piece. They are put together in room
 * that is used again when they are sent, as asking for memory each time takes longer than filling it.
 */
export function createTextSender(): (response: TextResponse, outgoing: ServerResponse) => Response {
  const rooms: Uint8Array<ArrayBuffer>[] = []
  return (response, outgoing) => {
    const room = rooms.pop() ?? new Uint8Array(roomSize)
    const body = encodeText(response.parts, room)
    outgoing.writeHead(response.status, {
      ...Object.fromEntries(response.headers),
      'content-length': body.byteLength,
    })
    // Called when the system has taken all of it; never, when the connection broke.
    outgoing.end(body, () => {
      if (rooms.length < mostRooms) rooms.push(room)
    })
    return RESPONSE_ALREADY_SENT
  }
}
