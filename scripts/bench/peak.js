// Loaded before the program whose memory is measured; writes its peak in KB when it ends.
import { writeFileSync } from 'node:fs'

const file = process.env.TIDEMARK_BENCH_PEAK
process.on('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS)))
