# Builds the product and the benchmarks where they are older than their sources, and runs a class of the benchmarks.
# Sourced by the scripts beside it.

module=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)
repository=$(dirname "$module")
product=$repository/bootstrap/target/tenure.jar
jar=$module/target/tenure-benchmarks-0.1.0-SNAPSHOT.jar
stamp=$module/target/built

newer_than() {
  local file=$1
  shift
  [ ! -f "$file" ] || [ -n "$(find "$@" -newer "$file" -print 2>/dev/null | head -n 1)" ]
}

build_benchmarks() {
  local modules=() folder
  for folder in "$repository"/*/; do
    if [ -d "$folder/src" ] && [ "$folder" != "$module/" ]; then modules+=("$folder/pom.xml" "$folder/src/main"); fi
  done
  if newer_than "$product" "$repository/pom.xml" "${modules[@]}"; then
    "$repository/tenure" --version >&2
  fi
  if newer_than "$stamp" "$repository/pom.xml" "$module/pom.xml" "$module/src/main" "${modules[@]}"; then
    echo "building the benchmarks ..." >&2
    (cd "$repository" && mvn -B -q -Pbenchmarks -DskipTests -pl benchmarks -am package) >&2
    touch "$stamp"
  fi
}

run_benchmarks() {
  command -v java >/dev/null || { echo "error: no java on the PATH" >&2; exit 2; }
  build_benchmarks
  exec java -cp "$jar:$module/target/lib/*" "$@"
}
