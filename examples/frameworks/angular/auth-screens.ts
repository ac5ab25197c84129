import { Component, ElementRef, InjectionToken, Input, inject } from '@angular/core'
import type { Auth } from '@authchart/machine'
import type { AuthForm, FormStore } from '@authchart/machine/forms'
import { Attributes } from './attributes.ts'
import { authForm } from './auth-form.ts'

export const AUTH = new InjectionToken<Auth>('auth')

@Component({
  selector: 'auth-form',
  imports: [Attributes],
  template: `
    @for (form of [form]; track form.key) {
      <form [attributes]="form.attributes" (submit)="store.onSubmit($any($event))">
        <h1 [attributes]="form.titleAttributes">{{ form.title }}</h1>
        <p role="status">{{ form.status }}</p>
        <p>{{ form.text }}</p>
        @if (form.setup) { <code>{{ form.setup.key() }}</code> }
        @if (form.error) { <p role="alert">{{ form.error }}</p> }
        @if (form.accountAttributes) { <input [attributes]="form.accountAttributes" /> }
        @for (field of form.fields; track field.name) {
          <div [attributes]="field.kind === 'choice' ? field.attributes : {}">
            <label [attr.for]="field.attributes['id']">{{ field.label }}</label>
            @if (field.options.length === 0) { <input [attributes]="field.attributes" [initial]="field.initial" /> }
            @for (option of field.options; track option.value) {
              <label>
                <input [attributes]="option.attributes" [attr.checked]="option.isInitial ? '' : null" />
                {{ option.label }}
              </label>
            }
            @if (field.hint) { <small [attributes]="field.hintAttributes">{{ field.hint }}</small> }
            @if (field.error) { <em [attributes]="field.errorAttributes">{{ field.error }}</em> }
          </div>
        }
        @if (form.submitLabel) {
          <button [attributes]="form.submitAttributes">{{ form.submitLabel }}</button>
        }
        @for (action of form.actions; track action.name) {
          <button [attributes]="action.attributes" (click)="store.onAction($any($event))">
            {{ action.label }}
          </button>
        }
      </form>
    }
    @for (section of form.sections; track section.name) {
      <auth-form [form]="section" [store]="store" />
    }
  `,
})
class AuthFormComponent {
  @Input({ required: true }) form!: AuthForm
  @Input({ required: true }) store!: FormStore
  readonly #host: Element = inject(ElementRef).nativeElement

  ngAfterViewChecked() {
    this.store.attach(this.#host.querySelector('form'))
  }
}

/** Every screen: sign-in, sign-up, codes, second factors, the account. */
@Component({
  selector: 'auth-screens',
  imports: [AuthFormComponent],
  template: '<auth-form [form]="screen.form()" [store]="screen.store" />',
})
export class AuthScreens {
  readonly screen = authForm(inject(AUTH))
}
