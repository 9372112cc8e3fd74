@NullMarked
package dev.tenure.adapter.rest;

import org.jspecify.annotations.NullMarked;
