import './host.css';
