package dev.tenure.adapter.rest.openapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Makes the JSON that is served of the YAML that is written. The build runs this file by itself, before anything is
 * compiled.
 */
final class OpenApiJson {

    private OpenApiJson() {}

    /** Takes the file to read and the file to write. */
    public static void main(String[] arguments) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(1000);
        Object document;
        try (Reader yaml = Files.newBufferedReader(Path.of(arguments[0]))) {
            document = new Yaml(new ExactNumbers(options)).load(yaml);
        }
        Path target = Path.of(arguments[1]);
        Files.createDirectories(target.getParent());
        try (JsonGenerator json = new JsonFactory().createGenerator(Files.newBufferedWriter(target))) {
            json.useDefaultPrettyPrinter();
            write(document, json);
        }
    }

    private static void write(Object value, JsonGenerator json) throws IOException {
        if (value instanceof Map<?, ?> object) {
            json.writeStartObject();
            for (Map.Entry<?, ?> field : object.entrySet()) {
                json.writeFieldName(String.valueOf(field.getKey()));
                write(field.getValue(), json);
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                write(element, json);
            }
            json.writeEndArray();
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value == null) {
            json.writeNull();
        } else if (value instanceof String text) {
            json.writeString(text);
        } else {
            throw new IOException("JSON has nothing for the %s %s; quote it".formatted(value.getClass(), value));
        }
    }

    /** Reads 89.00 as it is written. */
    private static final class ExactNumbers extends SafeConstructor {

        ExactNumbers(LoaderOptions options) {
            super(options);
            yamlConstructors.put(Tag.FLOAT, new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return new BigDecimal(((ScalarNode) node).getValue());
                }
            });
        }
    }
}
