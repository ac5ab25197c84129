#!/usr/bin/env node
// Not built: npm links the command before dist exists.
import '../dist/cli.mjs'
