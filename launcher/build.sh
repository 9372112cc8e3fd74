# Builds the jar from the sources; sourced by ./tenure, which has say, fail, newest_java, home and jar.
# shellcheck shell=bash disable=SC2154 # the variables are those of ./tenure

# Newer ones run Tenure, but the compiler checks of the build were not tried there.
newest_java_to_build_with=25

# Is the jar missing or older than anything it is made from? A deleted file makes its folder newer.
is_stale() {
  [ -f "$jar" ] || return 0
  local newer
  newer=$(find "$home"/pom.xml "$home"/.mvn "$home"/*/pom.xml "$home"/*/src/main "$home"/*/src/generated \
    -path "$home/benchmarks/*" -prune -o -newer "$jar" -print 2>/dev/null | head -n 1) || true
  [ -n "$newer" ]
}

build() {
  local log=$home/target/launcher-build.log stamp=$home/target/launcher-build.stamp java=${TENURE_JAVA_HOME:-}
  command -v mvn >/dev/null || fail "Maven is needed to build Tenure: install Maven 3.8.6 or newer, or put mvn on the PATH."
  if [ -z "$java" ]; then java=$(newest_java "$oldest_java" $newest_java_to_build_with javac); fi
  if [ -z "$java" ]; then java=$(newest_java "$oldest_java" 999 javac); fi
  [ -x "$java/bin/javac" ] ||
    fail "a JDK $oldest_java or newer is needed to build Tenure (there is a Java, but no javac in it)."

  if [ -f "$jar" ]; then
    say "building (the sources have changed) ..."
  else
    say "building (first run, about a minute) ..."
  fi
  touch "$stamp"
  # As quiet as -q, but with the warnings: without them an error such as "warnings found" does not say which.
  if ! (cd "$home" && JAVA_HOME=$java mvn -B -ntp -DskipTests \
    -Dorg.slf4j.simpleLogger.defaultLogLevel=warn package) >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    fail "the build failed; Maven's output is above and in $log"
  fi
  [ -f "$jar" ] || fail "the build made no $jar"
  # What was saved while Maven ran is newer than this, so the next start builds again.
  touch -r "$stamp" "$jar"
  rm -f "$log" "$stamp"
}

# One build at a time. Who waited finds the jar made.
build_alone() {
  if ! mkdir -p "$home/target" 2>/dev/null || [ ! -w "$home/target" ]; then
    fail "$jar is missing or older than the sources, and $home/target is not writable."
  fi
  if command -v flock >/dev/null; then
    exec 9>"$home/target/launcher.lock"
    if ! flock -n 9; then
      say "waiting for another build ..."
      flock 9
    fi
    # Maven inherits the lock, so that it outlives a launcher that is killed.
    if is_stale; then build; fi
    exec 9>&-
  else
    take_lock_folder "$home/target/launcher.lock.d"
    if is_stale; then build; fi
    rm -rf "$home/target/launcher.lock.d"
    trap - EXIT INT TERM
  fi
}

# macOS has no flock.
take_lock_folder() {
  local lock=$1 said='' owner=''
  until mkdir "$lock" 2>/dev/null; do
    owner=$(cat "$lock/pid" 2>/dev/null) || owner=
    # A lock without a living owner is left from a crash. Of several who see that, one gets to move it away.
    if [ -z "$owner" ]; then
      sleep 1
      owner=$(cat "$lock/pid" 2>/dev/null) || owner=
    fi
    if [ -z "$owner" ] || ! kill -0 "$owner" 2>/dev/null; then
      if mv "$lock" "$lock.stale.$$" 2>/dev/null; then rm -rf "$lock.stale.$$"; fi
      continue
    fi
    if [ -z "$said" ]; then
      said=yes
      say "waiting for another build ..."
    fi
    sleep 1
  done
  echo $$ >"$lock/pid"
  lock_folder=$lock
  trap 'rm -rf "$lock_folder"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
}
