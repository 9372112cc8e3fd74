package dev.tenure.application.memory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is set or advanced, or, if asked to, ticks each time it is read. */
public final class SettableClock extends Clock {

    private Instant now;
    private Duration tick = Duration.ZERO;

    public SettableClock(Instant now) {
        this.now = now;
    }

    public static SettableClock at(String instant) {
        return new SettableClock(Instant.parse(instant));
    }

    /** From now on every reading is followed by a step of this length. */
    public synchronized SettableClock ticking(Duration each) {
        tick = each;
        return this;
    }

    public synchronized void set(Instant to) {
        now = to;
    }

    public void set(String instant) {
        set(Instant.parse(instant));
    }

    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public synchronized Instant instant() {
        Instant read = now;
        now = now.plus(tick);
        return read;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("use cases take the zone from the tenant");
    }
}
