#!/usr/bin/env node
// In the repository before any build, so that npm links the command.
import '../dist/authchart-test.mjs'
