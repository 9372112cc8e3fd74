# Finds and makes the archive that Java starts from; sourced by ./tenure. docs/adr/0024 says why it is done so.
# shellcheck shell=bash disable=SC2154 # most variables are those of ./tenure

# Adds what to start from to the options. Where there is none, it is made beside the command, or first where asked.
start_from_archive() {
  [ "${TENURE_FAST_START:-}" != off ] || return 0
  # Beside these the JVM refuses to start from ours. What is in a file of options can't be seen.
  case $user_options in
    *Xshare* | *SharedArchive* | *ArchiveClasses* | *AOT* | *' @'* | *' -XX:Flags='* | *VMOptionsFile*) return 0 ;;
  esac
  local archive archive_folder archive_key to_make to_use
  find_archive
  if [ -z "$archive" ] && [ -n "$archive_folder" ]; then
    if [ -n "$first_build" ] || [ "${TENURE_FAST_START:-}" = now ]; then
      say "making it start fast ..."
      rm -rf "$archive_folder"/tenure-*-"$archive_key".tried
      (make_archive)
      find_archive
      [ -n "$archive" ] || say "that was not possible; every start takes a second longer."
    else
      # Beside the command, out of its way, and no child of it: nobody would wait for it.
      (
        trap '' HUP INT
        make_archive nice -n 19 &
      ) </dev/null >/dev/null 2>&1
    fi
  fi
  if [ -n "$archive" ]; then
    archive_options "$archive"
    options+=("${to_use[@]}")
  fi
}

# The options that make and use an archive $1, by the version of Java.
archive_options() {
  if [ "$java_feature" -ge 25 ]; then
    # Without the profile of the training run, which makes a command slower. A later Java may not know the option.
    to_make=("-XX:AOTCacheOutput=$1" -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining)
    to_use=("-XX:AOTCache=$1" '-Xlog:aot*=off')
  elif [ "$java_feature" -ge 19 ]; then
    # This Java makes it anew by itself, at the end of a command that it did not fit.
    to_make=(-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=$1")
    to_use=("${to_make[@]}")
  else
    to_make=("-XX:ArchiveClassesAtExit=$1")
    to_use=("-XX:SharedArchiveFile=$1")
  fi
  # Where it can't be used after all, the JVM does without, and is not to talk about it.
  to_use+=('-Xlog:cds*=off')
}

# Sets archive to the one to start from, or to nothing; and archive_folder to where one can be made, or to nothing.
find_archive() {
  local folder file files
  archive='' archive_folder='' archive_key=''
  # The JVM takes a colon in the name for the end of it.
  case $jar in *:*) return ;; esac
  # Whatever a JVM would refuse the archive for is in its name, so a stale one is not found.
  files=("$jar" "$java_home/lib/modules" "$home"/launcher/*.options)
  archive_key=$({
    echo "$java_feature $java_home ${training_options[*]}"
    TZ=UTC ls -lnL --full-time "${files[@]}" || TZ=UTC ls -lnLT "${files[@]}" || true
  } 2>/dev/null | cksum) || return 0
  archive_key=${archive_key// /-}
  for folder in "${jar%/*}" "${XDG_CACHE_HOME:-${HOME:-/nowhere}/.cache}/tenure"; do
    for file in "$folder"/tenure-*-"$archive_key"-*.archive; do
      [ -f "$file" ] || continue
      # In a folder we can write to, others may be able to: only our own file is loaded. Elsewhere it is installed.
      [ -O "$file" ] || [ ! -w "$folder" ] || continue
      # Java 17 crashes on a file that was cut off, so its size is in its name. From 19 on Java may write it anew.
      case $file in *-auto.archive | *-"$(($(wc -c <"$file"))).archive") archive=$file && return ;; esac
    done
    if [ -z "$archive_folder" ] && mkdir -p "$folder" 2>/dev/null && [ -w "$folder" ]; then archive_folder=$folder; fi
  done
}

# Runs what most commands need once, on a database of its own, and archives the classes; $@ goes before the command.
# Says nothing, also when it fails: then it is tried again in an hour at the earliest.
make_archive() {
  local name size made file
  name=$archive_folder/tenure-$java_feature-$(printf %s "$jar" | cksum | tr ' ' -)
  made=$name-$archive_key
  # The folder is the lock as well.
  if ! mkdir "$made.tried" 2>/dev/null; then
    [ -n "$(find "$made.tried" -prune -mmin +60 2>/dev/null)" ] || return 0
    touch "$made.tried" || return 0
  fi
  # What the user sets is for the user's own commands.
  unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS
  archive_options "$made.$$"
  if "$@" "$java_home/bin/java" "${training_options[@]}" "${to_make[@]}" -cp "$jar" dev.tenure.bootstrap.Training &&
    [ -s "$made.$$" ]; then
    # Those of an earlier jar or Java in the same place go. Who runs on one keeps it until it ends.
    for file in "$name"-*; do
      [ "$file" = "$made.$$" ] || rm -rf "$file" || true
    done
    # On disk before it has its name: a crash of the machine must not leave a file with holes.
    sync "$made.$$" || sync || true
    size=$(($(wc -c <"$made.$$")))
    if [ "$java_feature" -ge 19 ] && [ "$java_feature" -lt 25 ]; then size=auto; fi
    mv -f "$made.$$" "$made-$size.archive" || true
  fi
  rm -f "$made.$$" "$made.$$".* || true
} </dev/null >/dev/null 2>&1
