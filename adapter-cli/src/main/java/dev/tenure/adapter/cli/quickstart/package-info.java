/** The first minute with Tenure: a server, sample data and the main job once through. */
@NullMarked
package dev.tenure.adapter.cli.quickstart;

import org.jspecify.annotations.NullMarked;
