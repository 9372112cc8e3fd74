@NullMarked
package dev.tenure.adapter.cli.planted;

import org.jspecify.annotations.NullMarked;
