#!/usr/bin/env node
// Committed, so that npm can link the command before the build.
import '../dist/cli.mjs'
