@NullMarked
package dev.tenure.adapter.persistence.pipeline;

import org.jspecify.annotations.NullMarked;
