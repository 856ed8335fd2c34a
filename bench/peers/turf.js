// One spherical area of every feature, as a Turf.js user would write it.
const fs = require("fs");
const { area } = require("@turf/area");
const collection = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const lines = collection.features.map((f) => f.properties.name + "\t" + area(f));
fs.writeFileSync(1, lines.join("\n") + "\n");
