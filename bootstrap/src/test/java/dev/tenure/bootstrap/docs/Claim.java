package dev.tenure.bootstrap.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a page says that a snippet prints: the beginning and some headers of an HTTP answer, and JSON. The answer may
 * have more headers and fields; an ellipsis stands for any text, as a value for any value, and at the end of a list for
 * any more.
 */
final class Claim {

    private static final String ANYTHING = "…";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final List<String> head;
    private final List<JsonNode> values;

    private Claim(List<String> head, List<JsonNode> values) {
        this.head = head;
        this.values = values;
    }

    static Claim json(String text) {
        return new Claim(List.of(), values(text));
    }

    static Claim http(String text) {
        return new Claim(head(text), values(body(text)));
    }

    List<String> differences(String printed) {
        List<String> differences = new ArrayList<>();
        String body = printed;
        if (!head.isEmpty()) {
            List<String> found = head(printed);
            head.stream()
                    .filter(line -> found.stream().noneMatch(other -> matches(line, other)))
                    .forEach(line -> differences.add("there is no " + line + " in " + found));
            body = body(printed);
        }
        List<JsonNode> found;
        try {
            found = values(body);
        } catch (AssertionError notJson) {
            differences.add(String.valueOf(notJson.getMessage()));
            return differences;
        }
        if (found.size() != values.size()) {
            differences.add("there are %d values, not %d".formatted(found.size(), values.size()));
            return differences;
        }
        for (int i = 0; i < values.size(); i++) {
            compare("", values.get(i), found.get(i), differences);
        }
        return differences;
    }

    private static void compare(String at, JsonNode claimed, JsonNode found, List<String> differences) {
        if (found.isMissingNode()) {
            differences.add(at + " is missing");
        } else if (claimed.isObject() && found.isObject()) {
            claimed.properties()
                    .forEach(field -> compare(
                            at + "/" + field.getKey(), field.getValue(), found.path(field.getKey()), differences));
        } else if (claimed.isArray() && found.isArray()) {
            boolean open = claimed.path(claimed.size() - 1).asText().equals(ANYTHING);
            int listed = open ? claimed.size() - 1 : claimed.size();
            for (int i = 0; i < listed; i++) {
                compare(at + "/" + i, claimed.get(i), found.path(i), differences);
            }
            if (!open && found.size() > listed) {
                differences.add(at + " has " + found.size() + " elements");
            }
        } else if (!fits(claimed, found)) {
            differences.add(at + " is " + found + ", not " + claimed);
        }
    }

    private static boolean fits(JsonNode claimed, JsonNode found) {
        if (claimed.isNumber() && found.isNumber()) {
            return claimed.decimalValue().compareTo(found.decimalValue()) == 0;
        }
        if (claimed.isTextual()) {
            return claimed.asText().equals(ANYTHING)
                    || (found.isTextual() && matches(claimed.asText(), found.asText()));
        }
        return claimed.equals(found);
    }

    private static boolean matches(String claimed, String found) {
        String pattern =
                Stream.of(claimed.split(ANYTHING, -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                .matcher(found)
                .matches();
    }

    // The last answer counts: what comes before it is on the way there.
    private static List<String> head(String text) {
        return Stream.of(lastAnswer(text).split("\n\n", 2)[0].split("\n", -1))
                .map(String::strip)
                .toList();
    }

    private static String body(String text) {
        String[] parts = lastAnswer(text).split("\n\n", 2);
        return parts.length == 2 ? parts[1] : "";
    }

    private static String lastAnswer(String text) {
        String unix = text.replace("\r\n", "\n");
        return unix.substring(Math.max(0, unix.lastIndexOf("HTTP/1.1 ")));
    }

    private static List<JsonNode> values(String text) {
        try (MappingIterator<JsonNode> values = JSON.readerFor(JsonNode.class).readValues(text)) {
            return values.readAll();
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("not JSON: " + text, notJson);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
