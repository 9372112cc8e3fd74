package dev.tenure.benchmarks.seed;

import dev.tenure.benchmarks.seed.World.Person;
import java.time.Instant;

/** What is another's own in a row that is made after a template. */
record Clone(long number, Person person, String orderId, String costCenter, Instant at) {}
