@NullMarked
package dev.tenure.adapter.cli;

import org.jspecify.annotations.NullMarked;
