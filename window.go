//go:build !nodesktop

package main

import (
	"zhenjie/app/cli"
	"zhenjie/app/desktop"
)

// openWindow opens the desktop.
var openWindow cli.Window = desktop.Run
