// Zhenjie 镇界 is a desktop planning assistant for characteristic-town
// applications: boundary in, areas and findings out, one project file.
package main

import (
	"os"

	"zhenjie/app/cli"
)

func main() { os.Exit(cli.Run(os.Args[1:], cli.Terminal(), openWindow)) }
