@NullMarked
package dev.tenure.application;

import org.jspecify.annotations.NullMarked;
