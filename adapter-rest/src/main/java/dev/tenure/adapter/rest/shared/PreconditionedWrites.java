package dev.tenure.adapter.rest.shared;

import dev.tenure.application.shared.FieldError;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.VersionCondition;
import dev.tenure.application.shared.batch.in.PerformWrite;
import dev.tenure.application.shared.batch.in.WritePreconditions;
import dev.tenure.application.shared.batch.in.WritePreconditions.KeyedRequest;
import dev.tenure.domain.shared.SharedError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers writes under the preconditions of their requests: {@code Idempotency-Key}, {@code If-Match} and
 * {@code dryRun}.
 */
final class PreconditionedWrites {

    static final String DRY_RUN = "dryRun";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Pattern ENTITY_TAG = Pattern.compile("\\s*(W/)?\"([\\x21\\x23-\\x7e]*)\"\\s*(?:,|$)");
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,17}");

    private final PerformWrite writes;

    PreconditionedWrites(PerformWrite writes) {
        this.writes = writes;
    }

    /** The response to a write, under the preconditions of its request. */
    Answer answer(Route route, RestRequest request) {
        VersionCondition condition = condition(request.headers("If-Match"));
        Write write = new Write(
                writes,
                request.caller(),
                new WritePreconditions(
                        keyed(route, request),
                        isDryRun(request),
                        condition == null ? null : () -> route.versions().require(request, condition)));
        Route.Writing writing = route.writing();
        return writing == null
                ? write.perform(request, (caller, same) -> route.action().answer(same), answer -> answer)
                : writing.answer(request, write);
    }

    private static @Nullable KeyedRequest keyed(Route route, RestRequest request) {
        List<String> keys = request.headers("Idempotency-Key");
        if (keys.isEmpty()) {
            return null;
        }
        if (keys.size() > 1 || !KEY.matcher(keys.get(0)).matches()) {
            throw refused("Idempotency-Key", "must be given once, with 1 to 255 visible ASCII characters");
        }
        return route.isImport() ? null : new KeyedRequest(keys.get(0), fingerprint(route, request));
    }

    // Everything that defines the request. The tenant is part of the scope of the key, and the caller makes no
    // difference.
    private static String fingerprint(Route route, RestRequest request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("%s %s?%s\n"
                    .formatted(route.method(), request.path(), request.rawQuery())
                    .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(request.body()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isDryRun(RestRequest request) {
        if (!request.rawQuery().contains(DRY_RUN)) {
            return false;
        }
        QueryParameters parameters = request.query();
        boolean dryRun = parameters.flag(DRY_RUN);
        parameters.checkWhatWasRead();
        return dryRun;
    }

    /** The versions that {@code If-Match} names; weak and foreign tags never match. */
    static @Nullable VersionCondition condition(List<String> headers) {
        if (headers.isEmpty()) {
            return null;
        }
        String header = String.join(",", headers);
        if (header.strip().equals("*")) {
            return VersionCondition.EXISTS;
        }
        Set<Long> versions = new HashSet<>();
        Matcher tags = ENTITY_TAG.matcher(header);
        int end = 0;
        while (tags.find() && tags.start() == end) {
            end = tags.end();
            if (tags.group(1) == null && VERSION.matcher(tags.group(2)).matches()) {
                versions.add(Long.valueOf(tags.group(2)));
            }
        }
        if (end != header.length() || header.isBlank() || header.stripTrailing().endsWith(",")) {
            throw refused("If-Match", "must be * or entity tags as ETag gives them, such as \"7\"");
        }
        return VersionCondition.oneOf(versions);
    }

    private static InvalidCommand refused(String header, String message) {
        return new InvalidCommand(
                SharedError.VALIDATION_ERROR, List.of(new FieldError(header, "invalid_string", message)));
    }
}
