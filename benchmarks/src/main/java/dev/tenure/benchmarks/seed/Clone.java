package dev.tenure.benchmarks.seed;

import dev.tenure.benchmarks.seed.World.Person;
import java.time.Instant;

/** The values that a row copied from a template has instead of the template's. */
record Clone(long number, Person person, String orderId, String costCenter, Instant at) {}
