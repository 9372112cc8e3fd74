@NullMarked
package dev.tenure.bootstrap;

import org.jspecify.annotations.NullMarked;
