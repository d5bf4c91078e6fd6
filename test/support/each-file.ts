import { afterAll } from 'vitest'
import { dropLeft } from './database.js'

afterAll(dropLeft)
