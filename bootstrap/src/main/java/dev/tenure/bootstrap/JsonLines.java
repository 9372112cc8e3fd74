package dev.tenure.bootstrap;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.encoder.JsonEscapeUtil;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/** A line of the log as one flat JSON object: the message, and each other value as a field of its own. */
final class JsonLines extends JsonEncoder {

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    JsonLines() {
        setWithSequenceNumber(false);
        setWithNanoseconds(false);
        setWithContext(false);
        setWithMarkers(false);
        setWithMessage(false);
        setWithFormattedMessage(true);
        setWithArguments(false);
    }

    @Override
    protected void appenderMemberWithLongValue(StringBuilder line, String name, long value) {
        if (name.equals(TIMESTAMP_ATTR_NAME)) {
            appenderMember(line, name, TIMESTAMP.format(Instant.ofEpochMilli(value)));
        } else {
            super.appenderMemberWithLongValue(line, name, value);
        }
    }

    @Override
    protected void appenderMember(StringBuilder line, String name, String value) {
        super.appenderMember(
                line,
                switch (name) {
                    case FORMATTED_MESSAGE_ATTR_NAME -> "message";
                    case LOGGER_ATTR_NAME -> "logger";
                    case THREAD_NAME_ATTR_NAME -> "thread";
                    default -> name;
                },
                value);
    }

    @Override
    protected void appendMDC(StringBuilder line, ILoggingEvent event) {
        event.getMDCPropertyMap().forEach((name, value) -> append(line, name, value));
    }

    @Override
    protected void appendKeyValuePairs(StringBuilder line, ILoggingEvent event) {
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs != null) {
            pairs.forEach(pair -> append(line, pair.key, pair.value));
        }
    }

    @Override
    protected void appendThrowableProxy(StringBuilder line, String name, @Nullable IThrowableProxy failure) {
        if (failure != null) {
            super.appendThrowableProxy(line, name, failure);
        }
    }

    private void append(StringBuilder line, String name, Object value) {
        line.append(VALUE_SEPARATOR);
        if (value instanceof Integer || value instanceof Long) {
            appenderMemberWithLongValue(line, name, ((Number) value).longValue());
        } else {
            appenderMember(line, name, JsonEscapeUtil.jsonEscapeString(String.valueOf(value)));
        }
    }
}
