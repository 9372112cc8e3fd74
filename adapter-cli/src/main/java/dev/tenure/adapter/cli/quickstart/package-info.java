/** The first minute with Tenure: a server, sample data and one run of the main job. */
@NullMarked
package dev.tenure.adapter.cli.quickstart;

import org.jspecify.annotations.NullMarked;
