/** The rules of the architecture, over the classes of every module. */
@NullMarked
package dev.tenure.bootstrap.architecture;

import org.jspecify.annotations.NullMarked;
