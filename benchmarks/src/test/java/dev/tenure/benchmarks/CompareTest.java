package dev.tenure.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CompareTest {

    @TempDir
    private Path folder;

    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"createRatio", "getRatio", "listRatio", "fulfilRatio"})
    void aPlantedSlowdownFails(String ratio) {
        ObjectNode slower = run();
        slower.put(ratio, 0.89 * slower.get(ratio).asDouble());

        assertThat(compare(run(), slower)).isEqualTo(1);
        assertThat(output.toString()).containsPattern(ratio + ".*-11\\.0 %\\s+SLOWER");
    }

    @Test
    void whatIsWithinTheToleranceOrFasterPasses() {
        ObjectNode newer =
                run().put("createRatio", 0.90 * 0.6).put("getRatio", 0.5).put("listRatio", 0.271);

        assertThat(compare(run(), newer)).isZero();
        assertThat(output.toString()).doesNotContain("SLOWER");
    }

    @Test
    void theOtherFiguresAreForInformation() {
        ObjectNode newer = run().put("startupMs", 5000);
        newer.putObject("listP99Ms").put("10000", 200);

        assertThat(compare(run(), newer)).isZero();
        assertThat(output.toString()).contains("startupMs").contains("listP99Ms 10000");
    }

    @Test
    void aFileWithoutRatiosIsRefused() {
        assertThat(compare(run(), Json.object())).isEqualTo(2);
        assertThat(errors.toString()).contains("the newer file has no createRatio");
    }

    @Test
    void aFileThatIsNoJsonIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.json"), "{");
        assertThat(compare(file, file)).isEqualTo(2);
        assertThat(errors.toString()).contains("holds no JSON");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        Path file = folder.resolve("nowhere.json");
        assertThat(compare(file, file)).isEqualTo(2);
        assertThat(errors.toString()).contains("cannot be read");
    }

    private static ObjectNode run() {
        ObjectNode run = Json.object()
                .put("createRatio", 0.6)
                .put("getRatio", 0.4)
                .put("listRatio", 0.3)
                .put("fulfilRatio", 0.55)
                .put("startupMs", 900);
        run.putObject("listP99Ms").put("10000", 4.5);
        return run;
    }

    private int compare(ObjectNode before, ObjectNode after) {
        Path older = folder.resolve("older.json");
        Path newer = folder.resolve("newer.json");
        Json.write(older, before);
        Json.write(newer, after);
        return compare(older, newer);
    }

    private int compare(Path before, Path after) {
        CommandLine line = Benchmarks.command(new Compare());
        line.setOut(new PrintWriter(output, true)).setErr(new PrintWriter(errors, true));
        return line.execute(before.toString(), after.toString());
    }
}
