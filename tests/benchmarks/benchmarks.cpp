// SPDX-License-Identifier: EUPL-1.2
// landkaart_benchmarks SMALL.lkp LARGE.lkp QUERIES.txt SMALL_QUERIES.txt [Google Benchmark options]
// Measures opening, filtering, searching and drawing. run.py makes the packs and the queries, and
// reads the JSON on standard output and the figures on standard error.
#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <random>

#include <benchmark/benchmark.h>

#include <landkaart/cocreatie.h>
#include <landkaart/landkaart.h>

namespace {

using landkaart::Pack;
using Clock = std::chrono::steady_clock;

std::vector<std::string> read_lines(const char* path) {
  std::vector<std::string> lines;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// The anonymous resident memory of this process in kB, or 0 when /proc does not give it.
double private_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("RssAnon:")) return std::stod(line.substr(8));
  }
  return 0;
}

void open_pack(benchmark::State& state, const char* path) {
  for (auto _ : state) {
    const Pack pack = Pack::open(path);
    benchmark::DoNotOptimize(pack.size());
  }
}

void draw_map(benchmark::State& state) {
  const landkaart::Map map = landkaart::cocreatie().map();
  for (auto _ : state) benchmark::DoNotOptimize(map.svg());
}

void filter_work_forms(benchmark::State& state) {
  const Pack pack = landkaart::cocreatie();
  for (auto _ : state) {
    benchmark::DoNotOptimize(pack.work_forms(
        {.purpose = landkaart::Purpose::learn_together, .group_size = 8, .max_minutes = 30}));
  }
}

void filter_work_forms_of_a_theme(benchmark::State& state) {
  const Pack pack = landkaart::cocreatie();
  for (auto _ : state) {
    benchmark::DoNotOptimize(pack.work_forms({.themes = {"krachtenveld"}, .group_size = 8}));
  }
}

void search(benchmark::State& state, const char* path, const std::vector<std::string>& queries) {
  const Pack pack = Pack::open(path);
  std::size_t next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(pack.search(queries[next++ % queries.size()]).hits.size());
  }
}

// Ten hits of the default pack with their titles read. python_benchmarks.py does the same in
// Python, and the difference is the cost of the binding.
void search_with_titles(benchmark::State& state, const std::vector<std::string>& queries) {
  const Pack pack = landkaart::cocreatie();
  std::size_t next = 0;
  for (auto _ : state) {
    for (const landkaart::Hit& hit : pack.search(queries[next++ % queries.size()]).hits) {
      benchmark::DoNotOptimize(hit.title().size());
    }
  }
}

double percentile(std::vector<double> values, double share) {
  std::ranges::sort(values);
  return values[static_cast<std::size_t>(static_cast<double>(values.size() - 1) * share)];
}

// Prints the median and the 95th percentile of reading one random item with its body. Google
// Benchmark reports no percentiles, so this function measures by itself. Each sample opens the pack
// anew, so that no inflated block and no page check is cached.
void report_random_items(const char* path) {
  constexpr int kSamples = 2000;
  const Pack all = Pack::open(path);
  const std::vector<landkaart::Item> items = all.items();
  std::mt19937 random(1);
  std::vector<double> microseconds;
  for (int i = 0; i < kSamples; ++i) {
    const std::string id = items[random() % items.size()].id();
    const Pack pack = Pack::open(path);
    const auto begin = Clock::now();
    const std::string html = pack.item(id)->html();
    microseconds.push_back(std::chrono::duration<double, std::micro>(Clock::now() - begin).count());
    benchmark::DoNotOptimize(html);
  }
  std::cerr << "random_item_cold_p50_us " << percentile(microseconds, 0.5) << '\n'
            << "random_item_cold_p95_us " << percentile(microseconds, 0.95) << '\n';
}

void report_memory(const char* path, const std::vector<std::string>& queries) {
  const Pack pack = Pack::open(path);
  for (std::size_t i = 0; i < 100; ++i) {
    for (const auto& hit : pack.search(queries[i % queries.size()]).hits) {
      benchmark::DoNotOptimize(hit.snippet());
    }
  }
  std::cerr << "private_memory_mb " << private_memory() / 1000 << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) {
    std::cerr << "usage: landkaart_benchmarks SMALL.lkp LARGE.lkp QUERIES.txt SMALL_QUERIES.txt\n";
    return 2;
  }
  const char* small = argv[1];
  const char* large = argv[2];
  const std::vector<std::string> queries = read_lines(argv[3]);
  report_memory(large, queries);  // first, because later benchmarks allocate memory too
  report_random_items(large);
  benchmark::RegisterBenchmark("open_small", open_pack, small);
  benchmark::RegisterBenchmark("open_large", open_pack, large);
  benchmark::RegisterBenchmark("filter_work_forms", filter_work_forms);
  benchmark::RegisterBenchmark("filter_work_forms_of_a_theme", filter_work_forms_of_a_theme);
  benchmark::RegisterBenchmark("draw_map", draw_map);
  benchmark::RegisterBenchmark("search_small", search, small, queries);
  benchmark::RegisterBenchmark("search_large", search, large, queries);
  benchmark::RegisterBenchmark("search_with_titles", search_with_titles, read_lines(argv[4]));
  argc -= 4;
  argv += 4;
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
