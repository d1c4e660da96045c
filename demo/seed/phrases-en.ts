import type { Phrases } from './phrases.js';

export const en: Phrases = {
  names: [
    'Olivia Carter',
    'Liam Walsh',
    'Priya Nair',
    'Mateo García',
    'Hannah Schmidt',
    'Noah Okafor',
    'Emily Tremblay',
    'Lars Nygård',
    'Chloé Dubois',
    'Daniel Kim',
  ],
  products: [
    'wireless earbuds S2',
    'folding camp chair',
    'smart scale',
    'mechanical keyboard',
    'air purifier filter',
    'down vest',
  ],
  cases: [
    {
      subject: 'Where is my {product}?',
      text: 'Hello,\n\nI ordered the {product} on {date} and it has not arrived. Tracking number {number} has not moved for five days.\n\nCould you look into it, please?',
      category: 1,
    },
    {
      subject: 'Cancel order {number}',
      text: 'Please cancel order {number}. I ordered the wrong size by mistake and will order again.',
      category: 0,
    },
    {
      subject: 'Refund not received',
      text: 'I returned the {product} two weeks ago and the amount ({amount}) is still not back on my card.',
      category: 2,
    },
    {
      subject: 'Cannot sign in since the last update',
      text: 'The app says "something went wrong" right after I type my password. Reset twice, same result. Android 15.',
      category: 3,
    },
    {
      subject: 'Do you ship to Norway?',
      text: 'Hi! I would like to send the {product} to a friend in Oslo. Is that possible, and who pays customs?',
      category: 1,
    },
  ],
  comments: [
    'Asked the warehouse, waiting for their answer.',
    'Spoke on the phone, will check again tomorrow morning.',
    'Two more with the same symptom: told the developers.',
  ],
  holds: [
    'We need a little more time to check this and will come back to you within two working days.',
    'Could you send us the name on the order and the last four digits of the phone number?',
  ],
  replies: [
    'Sorry for the trouble. The carrier tells us that the parcel arrives tomorrow. Please write again if it does not.',
    'Done as you asked. Depending on your bank the money is back in three to five working days.',
    'Please remove the app, install it again and sign in with the new password.',
  ],
  again: [
    'Thanks for the answer, but it is still not solved. Could you check again?',
    'Here is what you asked for: order {number}.',
    'It arrived, thank you!',
  ],
  spam: [{ subject: 'RE: RE: Your invoice is overdue!!!', text: 'Click here to claim your prize now.' }],
  internal: 'The same question was answered in another ticket: closed internally.',
  guidance: 'We found the cause. Please tell the customer that it is fixed with the next release on Thursday.',
  handOver: 'A customer wrote to us. Please find out the cause.\n\n{text}',
  atDooray: [
    'When can we tell the customer that it will be done?',
    'We can reproduce it and are looking for the cause.',
    'It is fixed and released. Please check again.',
  ],
  callNote: 'Call about the delivery date',
  quoteLine: 'On {date}, {name} wrote:',
  tableHead: ['Item', 'Quantity', 'Amount'],
  files: { photo: 'damage.png', list: 'order.csv' },
};
