// An example of a parameter that need not be given would be filled in, and a list be asked with every filter at once: it is
// shown in the description instead.
function withoutFilledInExamples(document) {
  for (const parameter of Object.values(document.components.parameters)) {
    if (!parameter.required && 'example' in parameter) {
      const example = parameter.example;
      const shown = typeof example === 'string' ? example : JSON.stringify(example);
      parameter.description = `${parameter.description ?? ''}\n\nFor example \`${shown}\`.`;
      if (parameter.schema.type === 'object') {
        parameter.example = {};
      } else {
        delete parameter.example;
      }
    }
  }
  return document;
}

fetch('openapi.json')
  .then((answer) => answer.json())
  .then((document) =>
    SwaggerUIBundle({
      spec: withoutFilledInExamples(document),
      dom_id: '#docs',
      deepLinking: true,
      docExpansion: 'list',
      defaultModelsExpandDepth: 0,
      displayRequestDuration: true,
      // Nothing is asked of a validator elsewhere.
      validatorUrl: null,
    }),
  );
