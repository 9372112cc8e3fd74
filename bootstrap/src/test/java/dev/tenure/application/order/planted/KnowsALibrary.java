package dev.tenure.application.order.planted;

import org.slf4j.Logger;

/** A use case that needs a library. */
public record KnowsALibrary(Logger logger) {}
