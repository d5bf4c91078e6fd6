import { specimen } from 'tidemark'

export const changes = specimen('4712', "it's another")
export const comes = specimen('4713', 'this comes')
