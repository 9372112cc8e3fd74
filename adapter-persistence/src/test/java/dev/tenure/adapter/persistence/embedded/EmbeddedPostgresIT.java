package dev.tenure.adapter.persistence.embedded;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class EmbeddedPostgresIT {

    private final Path temporary;
    private final List<String> steps = new ArrayList<>();

    EmbeddedPostgresIT(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    @Test
    void rows_survive_a_restart() throws Exception {
        try (EmbeddedPostgres postgres = open()) {
            execute(postgres, "create table note (text text)", "insert into note values ('kept')");
            assertThat(postgres.startedHere()).isTrue();
        }
        assertThat(noted()).isEmpty();

        try (EmbeddedPostgres postgres = open()) {
            assertThat(query(postgres, "select text from note")).isEqualTo("kept");
            assertThat(postgres.startedHere()).isTrue();
        }
        assertThat(steps).containsSubsequence("Creating the database in " + directory(), "Starting PostgreSQL");
    }

    @Test
    void what_makes_a_commit_durable_is_on() throws Exception {
        try (EmbeddedPostgres postgres = open()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                assertThat(query(postgres, "show " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(query(postgres, "show server_version")).isEqualTo(Binaries.VERSION);
            assertThat(query(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(postgres, "show server_encoding")).isEqualTo("UTF8");
            assertThat(query(postgres, "select datcollate from pg_database where datname = current_database()"))
                    .isEqualTo("C.UTF-8");
        }
    }

    @Test
    void neither_login_is_a_superuser_and_only_the_owner_may_change_the_schema() throws Exception {
        try (EmbeddedPostgres postgres = open()) {
            String powers =
                    "select rolsuper or rolbypassrls or rolreplication or rolcreatedb from pg_roles where rolname = '%s'";
            assertThat(query(postgres, powers.formatted("tenure_owner"))).isEqualTo("f");
            assertThat(query(postgres, powers.formatted("tenure_app"))).isEqualTo("f");
            execute(
                    postgres,
                    "create extension pg_trgm",
                    "create table note (text text)",
                    "grant select on note to tenure_app");

            try (Connection application = connect(postgres.jdbcUrl(), postgres.application());
                    Statement statement = application.createStatement()) {
                assertThat(statement.execute("select text from note")).isTrue();
                assertThatThrownBy(() -> statement.execute("create table mine (text text)"))
                        .hasMessageContaining("permission denied");
            }
            assertThatThrownBy(() -> connect(postgres.jdbcUrl(), new Credentials("tenure_app", "wrong")))
                    .hasMessageContaining("password authentication failed");
            assertThat(postgres.application().toString())
                    .doesNotContain(postgres.application().password());
        }
    }

    @Test
    void a_server_killed_under_load_comes_back_on_its_port_with_every_acknowledged_row() throws Exception {
        try (EmbeddedPostgres postgres = open()) {
            execute(postgres, "create table acknowledged (id int primary key)");
            String url = postgres.jdbcUrl();
            Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
            AtomicInteger ids = new AtomicInteger();
            AtomicBoolean enough = new AtomicBoolean();
            ExecutorService writers = Executors.newFixedThreadPool(3);
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                running.add(writers.submit(() -> write(postgres, ids, acknowledged, enough)));
            }
            eventually(() -> acknowledged.size() > 300);

            Server before = server();
            kill(before.pid());
            int atKill = acknowledged.size();
            eventually(() -> acknowledged.size() > atKill + 300);
            enough.set(true);
            for (Future<?> writer : running) {
                writer.get(10, SECONDS);
            }
            writers.shutdown();

            assertThat(server().pid()).isNotEqualTo(before.pid());
            assertThat(postgres.jdbcUrl()).isEqualTo(url);
            assertThat(server().port()).isEqualTo(before.port());
            assertThat(ids(postgres)).containsAll(acknowledged);
        }
        assertThat(noted()).isEmpty();
    }

    private static void write(
            EmbeddedPostgres postgres, AtomicInteger ids, Set<Integer> acknowledged, AtomicBoolean enough) {
        while (!enough.get()) {
            try (Connection connection = connect(postgres.jdbcUrl(), postgres.owner());
                    PreparedStatement insert = connection.prepareStatement("insert into acknowledged values (?)")) {
                while (!enough.get()) {
                    int id = ids.incrementAndGet();
                    insert.setInt(1, id);
                    insert.executeUpdate();
                    acknowledged.add(id);
                }
            } catch (SQLException gone) {
                pause();
            }
        }
    }

    @Test
    void a_killed_session_costs_the_sessions_but_not_the_server() throws Exception {
        try (EmbeddedPostgres postgres = open()) {
            Server before = server();
            try (Connection connection = connect(postgres.jdbcUrl(), postgres.owner())) {
                kill(Long.parseLong(query(connection, "select pg_backend_pid()")));
            }

            eventually(() -> answers(postgres));
            assertThat(server()).isEqualTo(before);
        }
    }

    @Test
    void the_server_does_not_get_the_ctrl_c_of_the_terminal() throws Exception {
        try (EmbeddedPostgres postgres = open()) {
            String status = Files.readString(Path.of("/proc", Long.toString(server().pid()), "stat"));
            String processGroup = status.substring(status.lastIndexOf(')') + 2).split(" ", -1)[2];

            assertThat(postgres.startedHere()).isTrue();
            assertThat(processGroup).isEqualTo(Long.toString(server().pid()));
        }
    }

    @Test
    void a_second_process_adopts_the_server_and_leaves_it_running() throws Exception {
        try (EmbeddedPostgres postgres = open()) {
            Server before = server();

            try (ForkedProcess second = ForkedProcess.opening(directory())) {
                assertThat(second.says("adopted")).contains(postgres.jdbcUrl());
            }

            assertThat(server()).isEqualTo(before);
            assertThat(answers(postgres)).isTrue();
        }
        assertThat(noted()).isEmpty();
    }

    @Test
    void the_process_that_started_the_server_may_leave_before_the_others() throws Exception {
        ForkedProcess starter = ForkedProcess.opening(directory());
        assertThat(starter.says("started")).contains("127.0.0.1");
        try (EmbeddedPostgres postgres = open()) {
            assertThat(postgres.startedHere()).isFalse();

            starter.close();
            assertThat(answers(postgres)).isTrue();

            Server orphan = server();
            kill(orphan.pid());
            eventually(() -> answers(postgres));
            assertThat(server().pid()).isNotEqualTo(orphan.pid());
        }
        assertThat(noted()).isEmpty();
    }

    @Test
    void the_server_of_a_killed_process_is_adopted_and_in_the_end_stopped() throws Exception {
        ForkedProcess killed = ForkedProcess.opening(directory());
        assertThat(killed.says("started")).contains("127.0.0.1");
        Server orphan = server();
        killed.kill();
        assertThat(orphan.isAlive()).isTrue();

        try (EmbeddedPostgres postgres = open()) {
            assertThat(postgres.startedHere()).isFalse();
            assertThat(server()).isEqualTo(orphan);
            assertThat(answers(postgres)).isTrue();
        }
        assertThat(orphan.isAlive()).isFalse();
    }

    @Test
    void a_process_and_its_server_killed_together_are_no_obstacle() throws Exception {
        ForkedProcess killed = ForkedProcess.opening(directory());
        assertThat(killed.says("started")).contains("127.0.0.1");
        killed.kill();
        kill(server().pid());

        try (EmbeddedPostgres postgres = open()) {
            assertThat(postgres.startedHere()).isTrue();
            assertThat(answers(postgres)).isTrue();
        }
    }

    @Test
    void a_newcomer_leaves_the_restart_to_those_who_had_the_server() throws Exception {
        ForkedProcess user = ForkedProcess.opening(directory());
        assertThat(user.says("started")).contains("127.0.0.1");
        user.signal("STOP");
        kill(server().pid());

        try (ForkedProcess newcomer = ForkedProcess.opening(directory())) {
            assertThat(newcomer.says("step")).contains("Waiting for the PostgreSQL of another Tenure process");
            user.signal("CONT");

            assertThat(newcomer.outcome()).startsWith("adopted");
            user.close();
        }
        assertThat(noted()).isEmpty();
    }

    @Test
    void processes_that_start_at_once_share_one_server() throws Exception {
        List<ForkedProcess> processes = Stream.generate(() -> ForkedProcess.opening(directory()))
                .limit(3)
                .toList();

        List<String> outcomes = processes.stream().map(ForkedProcess::outcome).toList();
        Server only = server();
        for (ForkedProcess process : processes) {
            process.close();
        }

        assertThat(outcomes)
                .filteredOn(outcome -> outcome.startsWith("started"))
                .hasSize(1);
        assertThat(outcomes).allMatch(outcome -> outcome.contains(":" + only.port() + "/"));
        assertThat(noted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4194304", "own"})
    void a_left_over_pid_file_is_no_obstacle(String pid) throws Exception {
        open().close();
        String number =
                pid.equals("own") ? Long.toString(ProcessHandle.current().pid()) : pid;
        Files.writeString(
                Server.file(cluster()), number.isEmpty() ? "" : number + "\n/\n0\n5432\n\n127.0.0.1\n1 1\nready   \n");

        try (EmbeddedPostgres postgres = open()) {
            assertThat(postgres.startedHere()).isTrue();
            assertThat(answers(postgres)).isTrue();
        }
    }

    @Test
    void a_first_start_killed_halfway_is_no_obstacle() throws Exception {
        ForkedProcess halfway = ForkedProcess.opening(directory());
        assertThat(halfway.says("step Creating")).contains(directory().toString());
        MILLISECONDS.sleep(300);
        halfway.kill();
        assertThat(cluster()).doesNotExist();

        try (EmbeddedPostgres postgres = open()) {
            assertThat(answers(postgres)).isTrue();
        }
        open().close();
        try (Stream<Path> left = Files.list(directory())) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("credentials", "lock", "postgres", "postgres.log");
        }
    }

    @Test
    void a_copy_of_a_live_directory_gets_a_server_of_its_own() throws Exception {
        try (EmbeddedPostgres original = open()) {
            Path copy = temporary.resolve("copy");
            // The time at which the system last changed a file, which tells them apart, has seconds.
            MILLISECONDS.sleep(1100);
            copyTree(directory(), copy);

            try (EmbeddedPostgres other = EmbeddedPostgres.open(copy, steps::add)) {
                assertThat(other.startedHere()).isTrue();
                assertThat(other.jdbcUrl()).isNotEqualTo(original.jdbcUrl());
            }
            assertThat(answers(original)).isTrue();
        }
    }

    @Test
    void a_database_of_another_major_version_is_refused() throws Exception {
        Files.createDirectories(cluster());
        Files.writeString(cluster().resolve("PG_VERSION"), "17\n");

        assertThatThrownBy(this::open)
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("PostgreSQL 17")
                .hasMessageContaining("PostgreSQL 18")
                .hasMessageContaining("--data-dir");
    }

    @Test
    void a_database_without_its_credentials_is_refused() throws Exception {
        Files.createDirectories(cluster());
        Files.writeString(cluster().resolve("PG_VERSION"), "18\n");

        assertThatThrownBy(this::open)
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("credentials is missing");
    }

    @Test
    void a_server_that_does_not_start_is_told_with_the_end_of_its_log() throws Exception {
        open().close();
        Files.writeString(cluster().resolve("postgresql.auto.conf"), "work_mem = 'a lot'\n");

        assertThatThrownBy(this::open)
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("does not start")
                .hasMessageContaining("work_mem");
    }

    @Test
    void a_process_opens_a_directory_only_once() {
        try (EmbeddedPostgres postgres = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining("already uses");
            assertThat(answers(postgres)).isTrue();
        }
    }

    @Test
    void an_ordinary_user_needs_no_tools_and_is_refused_at_the_directory_of_another() throws Exception {
        assumeTrue(ServerUser.current() == 0, "only root can become another user");
        List<String> asNobody = List.of(
                "setpriv",
                "--reuid=65534",
                "--regid=65534",
                "--clear-groups",
                "env",
                "HOME=/nonexistent",
                "PATH=/none");
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        String classPath = readableClassPath();
        Path mine = Files.createDirectory(temporary.resolve("mine"));
        DataDirectory.chown(mine, 65534, 65534);

        try (ForkedProcess process = ForkedProcess.start(asNobody, classPath, mine)) {
            assertThat(process.says("started")).contains("127.0.0.1");
        }
        open().close();
        try (ForkedProcess process = ForkedProcess.start(asNobody, classPath, directory())) {
            assertThat(process.says("refused")).contains(directory().toString(), "belongs to another user (root)");
        }
        // Root on the directory of a user leaves it as that user needs it.
        EmbeddedPostgres.open(mine, steps::add).close();
        try (ForkedProcess process = ForkedProcess.start(asNobody, classPath, mine)) {
            assertThat(process.says("started")).contains("127.0.0.1");
        }
    }

    // The class path of the build may lie where only root can read.
    private String readableClassPath() throws IOException {
        Path copies = Files.createDirectory(temporary.resolve("classes"));
        List<String> copied = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path copy = copies.resolve(copied.size() + "-" + Path.of(entry).getFileName());
            copyTree(Path.of(entry), copy);
            copied.add(copy.toString());
        }
        return String.join(File.pathSeparator, copied);
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                Files.copy(path, copy, COPY_ATTRIBUTES);
            }
        }
    }

    private EmbeddedPostgres open() {
        return EmbeddedPostgres.open(directory(), steps::add);
    }

    private Path directory() {
        return temporary.resolve("data");
    }

    private Path cluster() {
        return directory().resolve("postgres");
    }

    /** What PostgreSQL's file says of the server; there is none while none runs. */
    private Optional<Server> noted() {
        try {
            return Server.noted(cluster());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Server server() {
        return noted().orElseThrow();
    }

    private static void kill(long pid) {
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    }

    private static Connection connect(String url, Credentials login) throws SQLException {
        return DriverManager.getConnection(url, login.user(), login.password());
    }

    private static boolean answers(EmbeddedPostgres postgres) {
        try (Connection connection = connect(postgres.jdbcUrl(), postgres.application())) {
            return query(connection, "select 1").equals("1");
        } catch (SQLException e) {
            return false;
        }
    }

    private static void execute(EmbeddedPostgres postgres, String... statements) throws SQLException {
        try (Connection connection = connect(postgres.jdbcUrl(), postgres.owner());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres.jdbcUrl(), postgres.owner())) {
            return query(connection, sql);
        }
    }

    private static String query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }

    private static Set<Integer> ids(EmbeddedPostgres postgres) throws SQLException {
        Set<Integer> ids = new HashSet<>();
        try (Connection connection = connect(postgres.jdbcUrl(), postgres.owner());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id from acknowledged")) {
            while (rows.next()) {
                ids.add(rows.getInt(1));
            }
        }
        return ids;
    }

    private static void eventually(BooleanSupplier condition) {
        long deadline = System.nanoTime() + SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the time it may take").isLessThan(deadline);
            pause();
        }
    }

    private static void pause() {
        try {
            MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
