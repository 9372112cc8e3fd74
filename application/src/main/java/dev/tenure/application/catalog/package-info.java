/** The catalog of products and variants: one package per task, and what they share. */
@NullMarked
package dev.tenure.application.catalog;

import org.jspecify.annotations.NullMarked;
