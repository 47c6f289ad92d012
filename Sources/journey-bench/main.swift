await Bench.launch()
